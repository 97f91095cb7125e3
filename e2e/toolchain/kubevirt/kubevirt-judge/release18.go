//go:build kubevirt_1_8

package main

import (
	"encoding/json"

	kubevirt "kubevirt.io/api/core/v1"
	pools "kubevirt.io/api/pool/v1beta1"
	"kubevirt.io/kubevirt/pkg/network/vmliveupdate"
	config "kubevirt.io/kubevirt/pkg/virt-config"
)

func restartRequired(
	machine *kubevirt.VirtualMachine, instance *kubevirt.VirtualMachineInstance,
	cluster *config.ClusterConfig,
) bool {
	return vmliveupdate.IsRestartRequired(machine, instance, cluster)
}

func poolTemplate(object []byte) (*kubevirt.VirtualMachineInstanceSpec, error) {
	var pool pools.VirtualMachinePool
	if err := json.Unmarshal(object, &pool); err != nil {
		return nil, err
	}
	return &pool.Spec.VirtualMachineTemplate.Spec.Template.Spec, nil
}
