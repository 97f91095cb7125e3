package main

import (
	"encoding/json"
	"fmt"
	"slices"

	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/validation/field"

	kubevirt "kubevirt.io/api/core/v1"
	"kubevirt.io/kubevirt/pkg/defaults"
	"kubevirt.io/kubevirt/pkg/network/admitter"
	"kubevirt.io/kubevirt/pkg/virt-api/webhooks/validating-webhook/admitters"
	config "kubevirt.io/kubevirt/pkg/virt-config"
	"kubevirt.io/kubevirt/pkg/virt-config/featuregate"
)

// request is an object on its way into a cluster.
type request struct {
	// KubeVirt is the cluster's KubeVirt object; the defaults hold without it.
	KubeVirt json.RawMessage `json:"kubevirt"`
	Object   json.RawMessage `json:"object"`
	// Update is a change of an object that was there before.
	Update bool `json:"update"`
}

// response is what the webhook says. It is content without causes and without an error.
type response struct {
	Causes []meta.StatusCause `json:"causes"`
	// Error is what it answers with status 400, with no cause.
	Error string `json:"error,omitempty"`
}

func (c *clusters) admit(r request) (response, error) {
	cluster, err := c.of(r.KubeVirt)
	if err != nil {
		return response{}, err
	}
	return admitted(cluster, r.Object, r.Update), nil
}

// admitted is what the webhooks do with a new object or a changed one, without asking the cluster
// and without cutting off causes after the tenth, as they do.
func admitted(cluster *config.ClusterConfig, object []byte, update bool) response {
	var kind meta.TypeMeta
	if err := json.Unmarshal(object, &kind); err != nil {
		return response{Error: err.Error()}
	}
	switch kind.Kind {
	case "VirtualMachine":
		return admitMachine(cluster, object, update)
	case "VirtualMachineInstance":
		return admitInstance(cluster, object)
	case "VirtualMachineInstanceReplicaSet":
		return admitReplicaSet(cluster, object, update)
	case "VirtualMachinePool":
		return admitPool(cluster, object, update)
	default:
		return response{Error: fmt.Sprintf("no webhook for %q", kind.Kind)}
	}
}

func admitMachine(cluster *config.ClusterConfig, object []byte, update bool) response {
	var machine kubevirt.VirtualMachine
	if err := json.Unmarshal(object, &machine); err != nil {
		return response{Error: err.Error()}
	}
	if machine.Spec.Template == nil {
		return response{Causes: []meta.StatusCause{{
			Type:    meta.CauseTypeFieldValueRequired,
			Message: "missing virtual machine template.",
			Field:   "spec.template",
		}}}
	}
	copied := machine.Spec.DeepCopy()
	spec := &copied.Template.Spec
	if err := defaults.SetDefaultVirtualMachineInstanceSpec(cluster, spec); err != nil {
		return response{Error: err.Error()}
	}
	if !update {
		if causes := gates(cluster, &machine.Spec.Template.Spec); len(causes) > 0 {
			return response{Causes: causes}
		}
		created := admitter.NewValidator(field.NewPath("spec"), spec, cluster)
		if causes := created.ValidateCreation(); len(causes) > 0 {
			return response{Causes: causes}
		}
	}
	return response{
		Causes: admitters.ValidateVirtualMachineSpec(field.NewPath("spec"), copied, cluster, false),
	}
}

// admitInstance says each cause once, where the webhook asks about networks twice.
func admitInstance(cluster *config.ClusterConfig, object []byte) response {
	var instance kubevirt.VirtualMachineInstance
	if err := json.Unmarshal(object, &instance); err != nil {
		return response{Error: err.Error()}
	}
	// The mutating webhook has done this before.
	if err := defaults.SetDefaultVirtualMachineInstance(cluster, &instance); err != nil {
		return response{Error: err.Error()}
	}
	spec, root := &instance.Spec, field.NewPath("spec")
	networks := admitter.NewValidator(root, spec, cluster)
	said := networks.Validate()
	causes := append(gates(cluster, spec), networks.ValidateCreation()...)
	causes = append(causes, said...)
	all := admitters.ValidateVirtualMachineInstanceSpec(root, spec, cluster)
	causes = append(causes, without(all, said)...)
	causes = append(causes, admitters.ValidateVirtualMachineInstanceMandatoryFields(root, spec)...)
	causes = append(causes, admitters.ValidateVirtualMachineInstancePerArch(root, spec)...)
	return response{Causes: causes}
}

func admitReplicaSet(cluster *config.ClusterConfig, object []byte, update bool) response {
	var set kubevirt.VirtualMachineInstanceReplicaSet
	if err := json.Unmarshal(object, &set); err != nil {
		return response{Error: err.Error()}
	}
	if set.Spec.Template == nil {
		return response{Causes: []meta.StatusCause{{
			Type:    meta.CauseTypeFieldValueRequired,
			Message: "missing virtual machine template.",
			Field:   "spec.template",
		}}}
	}
	return admitTemplate(
		cluster, field.NewPath("spec", "template", "spec"), &set.Spec.Template.Spec, update)
}

func admitPool(cluster *config.ClusterConfig, object []byte, update bool) response {
	pool, err := poolTemplate(object)
	if err != nil {
		return response{Error: err.Error()}
	}
	return admitTemplate(cluster,
		field.NewPath("spec", "virtualMachineTemplate", "spec", "template", "spec"), pool, update)
}

func admitTemplate(
	cluster *config.ClusterConfig, at *field.Path,
	spec *kubevirt.VirtualMachineInstanceSpec, update bool,
) response {
	causes := admitters.ValidateVirtualMachineInstanceSpec(at, spec, cluster)
	if !update {
		causes = append(causes, gates(cluster, spec)...)
	}
	return response{Causes: causes}
}

func gates(
	cluster *config.ClusterConfig, spec *kubevirt.VirtualMachineInstanceSpec,
) []meta.StatusCause {
	developer := cluster.GetConfig().DeveloperConfiguration
	if developer == nil {
		return nil
	}
	return featuregate.ValidateFeatureGates(developer.FeatureGates, spec)
}

// without leaves out what was said before, once for each.
func without(causes, said []meta.StatusCause) []meta.StatusCause {
	left := slices.Clone(said)
	return slices.DeleteFunc(slices.Clone(causes), func(cause meta.StatusCause) bool {
		at := slices.Index(left, cause)
		if at >= 0 {
			left = slices.Delete(left, at, at+1)
		}
		return at >= 0
	})
}
