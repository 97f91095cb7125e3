package main

import (
	kubevirt "kubevirt.io/api/core/v1"
	"kubevirt.io/kubevirt/pkg/network/link"
	"kubevirt.io/kubevirt/pkg/network/namescheme"
)

// named is what the interfaces of a network are called outside the guest.
type named struct {
	Network string `json:"network"`
	Pod     string `json:"pod"`
	Ordinal string `json:"ordinal"`
	Tap     string `json:"tap"`
	Bridge  string `json:"bridge"`
	Renamed string `json:"renamed"`
}

func names(networks []kubevirt.Network) ([]named, error) {
	hashed := namescheme.CreateHashedNetworkNameScheme(networks)
	ordinal := namescheme.CreateOrdinalNetworkNameScheme(networks)
	all := []named{}
	for _, network := range networks {
		pod := hashed[network.Name]
		all = append(all, named{
			Network: network.Name,
			Pod:     pod,
			Ordinal: ordinal[network.Name],
			Tap:     link.GenerateTapDeviceName(pod, network),
			Bridge:  link.GenerateBridgeName(pod),
			Renamed: link.GenerateNewBridgedVmiInterfaceName(pod),
		})
	}
	return all, nil
}
