// Package components has KubeVirt's own builders of its CRDs: the build lays crds.go and
// validations_generated.go of the package of this name over this folder. That package itself can
// not be imported, as other files of it want modules that no proxy serves.
package components
