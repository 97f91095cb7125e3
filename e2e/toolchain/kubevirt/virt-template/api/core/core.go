// Package core stands in for a module that no proxy serves, and that KubeVirt's informers want; the
// webhooks ask for none of it.
package core

// Nobody looks these up here.
const (
	GroupName            = "template.kubevirt.io"
	SingularResourceName = "virtualmachinetemplate"
	PluralResourceName   = "virtualmachinetemplates"
)
