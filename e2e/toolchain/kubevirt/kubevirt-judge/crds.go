package main

import (
	"encoding/json"
	"io"

	apiextensions "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"

	"kubevirtnet.tools/kubevirt/components"
)

// crds writes the CRDs of the kinds that say something about networks, one per line.
func crds(out io.Writer) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, build := range []func() (*apiextensions.CustomResourceDefinition, error){
		components.NewVirtualMachineCrd,
		components.NewVirtualMachineInstanceCrd,
		components.NewReplicaSetCrd,
		components.NewVirtualMachinePoolCrd,
		components.NewKubeVirtCrd,
	} {
		crd, err := build()
		if err != nil {
			return err
		}
		if err := encoder.Encode(crd); err != nil {
			return err
		}
	}
	return nil
}
