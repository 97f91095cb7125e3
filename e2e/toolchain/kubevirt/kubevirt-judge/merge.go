package main

import (
	"encoding/json"
	"fmt"

	"k8s.io/apimachinery/pkg/util/strategicpatch"

	kubevirt "kubevirt.io/api/core/v1"
)

// patched is a template, and what is merged into it.
type patched struct {
	Template json.RawMessage `json:"template"`
	Patch    json.RawMessage `json:"patch"`
}

// merged is what comes of both: one of the two.
type merged struct {
	Object json.RawMessage `json:"object,omitempty"`
	Error  string          `json:"error,omitempty"`
}

// merge is what Kubernetes makes of a strategic merge patch with the patch keys of KubeVirt's types;
// on some patches it panics, which is no answer of Kubernetes, but one of ours.
func merge(p patched) (said merged, err error) {
	defer func() {
		if panicked := recover(); panicked != nil {
			said, err = merged{Error: fmt.Sprint("panic: ", panicked)}, nil
		}
	}()
	object, failed := strategicpatch.StrategicMergePatch(
		p.Template, p.Patch, kubevirt.VirtualMachine{})
	if failed != nil {
		return merged{Error: failed.Error()}, nil
	}
	return merged{Object: object}, nil
}
