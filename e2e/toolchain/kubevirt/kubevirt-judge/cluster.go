package main

import (
	"encoding/json"

	crd "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/client-go/tools/cache"

	kubevirt "kubevirt.io/api/core/v1"
	config "kubevirt.io/kubevirt/pkg/virt-config"
)

// clusters are configurations as KubeVirt's components would hold them, by their KubeVirt object.
type clusters struct {
	known map[string]*config.ClusterConfig
}

func newClusters() *clusters {
	return &clusters{known: map[string]*config.ClusterConfig{}}
}

func (c *clusters) of(object json.RawMessage) (*config.ClusterConfig, error) {
	if known, ok := c.known[string(object)]; ok {
		return known, nil
	}
	cluster, err := configured(object)
	if err != nil {
		return nil, err
	}
	c.known[string(object)] = cluster
	return cluster, nil
}

const namespace = "kubevirt"

// configured reads the object as from a watch that has started.
func configured(object json.RawMessage) (*config.ClusterConfig, error) {
	crds := cache.NewSharedIndexInformer(nil, &crd.CustomResourceDefinition{}, 0, cache.Indexers{})
	kubevirts := cache.NewSharedIndexInformer(nil, &kubevirt.KubeVirt{}, 0, cache.Indexers{})
	if len(object) > 0 {
		var said kubevirt.KubeVirt
		if err := json.Unmarshal(object, &said); err != nil {
			return nil, err
		}
		// It is read only once it is deployed and has a version.
		said.Namespace, said.Name, said.ResourceVersion = namespace, "kubevirt", "1"
		said.Status.Phase, said.Status.DefaultArchitecture = kubevirt.KubeVirtPhaseDeployed, "amd64"
		if err := kubevirts.GetStore().Add(&said); err != nil {
			return nil, err
		}
	}
	return config.NewClusterConfigWithCPUArch(crds, kubevirts, namespace, "amd64")
}
