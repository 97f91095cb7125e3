// Package v1beta1 stands in for a module that no proxy serves.
package v1beta1

import (
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
)

// VirtualMachineTemplate is never made here.
type VirtualMachineTemplate struct {
	meta.TypeMeta
	meta.ObjectMeta
}

// DeepCopyObject makes it an object of Kubernetes.
func (t *VirtualMachineTemplate) DeepCopyObject() runtime.Object {
	return t
}
