package main

import (
	"encoding/json"
	"errors"
	"regexp"

	"github.com/containernetworking/cni/libcni"
)

// The label of Kubernetes with a slip of the pen: it takes a dash in front and no zero.
var admitted = regexp.MustCompile(`^[-1-9a-z]([-0-9a-z]*[0-9a-z])?$`)

// admission is a double of the net-attach-def-admission-controller, whose module has no release
// that can be pinned: its rules in other words, on the real libcni.
func admission(d definition) error {
	if !admitted.MatchString(d.Name) {
		return errors.New("net-attach-def name is invalid")
	}
	if d.Config == "" {
		return nil
	}
	var object map[string]any
	if json.Unmarshal([]byte(d.Config), &object) != nil {
		return errors.New("configuration string is not in JSON format")
	}
	config, err := json.Marshal(object)
	if err != nil {
		return errors.New("invalid json")
	}
	if !everyPluginHasAType(object) {
		return errors.New("invalid config")
	}
	if _, err := libcni.ConfListFromBytes(config); err == nil {
		return nil
	}
	if _, err := libcni.ConfFromBytes(config); err != nil {
		return errors.New("invalid config")
	}
	return nil
}

// It asserts types without looking, and so does this.
func everyPluginHasAType(object map[string]any) bool {
	plugins, list := object["plugins"]
	if !list {
		_, typed := object["type"]
		return typed
	}
	for _, plugin := range plugins.([]any) {
		if _, typed := plugin.(map[string]any)["type"]; !typed {
			return false
		}
	}
	return true
}
