// Package virttemplate stands in for a module that no proxy serves.
package virttemplate

import (
	"errors"

	"k8s.io/client-go/rest"
)

// Clientset is never made here.
type Clientset struct{}

// Templates is never made here.
type Templates struct{}

// NewForConfig fails: there is no cluster.
func NewForConfig(*rest.Config) (*Clientset, error) {
	return nil, errors.New("there is no client")
}

// TemplateV1beta1 is never called here.
func (*Clientset) TemplateV1beta1() Templates {
	return Templates{}
}

// RESTClient is never called here.
func (Templates) RESTClient() rest.Interface {
	return nil
}
