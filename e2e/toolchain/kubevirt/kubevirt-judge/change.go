package main

import (
	"encoding/json"

	kubevirt "kubevirt.io/api/core/v1"
	"kubevirt.io/kubevirt/pkg/network/vmispec"
	config "kubevirt.io/kubevirt/pkg/virt-config"
)

// edit is a change of a machine that runs.
type edit struct {
	KubeVirt json.RawMessage         `json:"kubevirt"`
	Before   kubevirt.VirtualMachine `json:"before"`
	After    kubevirt.VirtualMachine `json:"after"`
}

// consequence is what comes of it.
type consequence struct {
	Restart bool `json:"restart"`
	// Stays is why the instance that ran before the change can not migrate, as far as networks go.
	Stays string `json:"stays,omitempty"`
}

func (c *clusters) change(e edit) (consequence, error) {
	cluster, err := c.of(e.KubeVirt)
	if err != nil {
		return consequence{}, err
	}
	instance := started(cluster, &e.Before)
	said := consequence{Restart: restartRequired(&e.After, instance, cluster)}
	if err := vmispec.VerifyVMIMigratable(instance, plugins(cluster)); err != nil {
		said.Stays = err.Error()
	}
	return said, nil
}

// started is the instance that a machine has made of its template.
func started(
	cluster *config.ClusterConfig, machine *kubevirt.VirtualMachine,
) *kubevirt.VirtualMachineInstance {
	instance := &kubevirt.VirtualMachineInstance{
		ObjectMeta: *machine.Spec.Template.ObjectMeta.DeepCopy(),
		Spec:       *machine.Spec.Template.Spec.DeepCopy(),
	}
	instance.Name, instance.Namespace = machine.Name, machine.Namespace
	return instance
}

func plugins(cluster *config.ClusterConfig) map[string]kubevirt.InterfaceBindingPlugin {
	network := cluster.GetConfig().NetworkConfiguration
	if network == nil {
		return nil
	}
	return network.Binding
}
