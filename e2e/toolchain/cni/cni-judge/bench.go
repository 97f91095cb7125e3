package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/containernetworking/cni/libcni"
	"github.com/containernetworking/cni/pkg/types"
	"github.com/k8snetworkplumbingwg/network-attachment-definition-client/pkg/utils"
	multus "gopkg.in/k8snetworkplumbingwg/multus-cni.v4/pkg/types"
)

const deviceID = "0000:03:02.0"

// bench is where definitions are tried.
type bench struct {
	plugins string
	scratch string
}

func (b *bench) judge(d definition, number int) []verdict {
	verdicts := []verdict{said("net-attach-def-admission-controller", func() error {
		return admission(d)
	})}
	if d.Config == "" {
		return verdicts
	}
	var config []byte
	multusSays := said("multus", func() (err error) {
		if config, err = utils.GetCNIConfigFromSpec(d.Config, d.Name); err != nil {
			return err
		}
		_, err = multus.LoadDelegateNetConf(config, nil, "", "")
		return err
	})
	verdicts = append(verdicts, multusSays)
	if config == nil {
		return verdicts
	}
	run := &recorder{bench: b, number: number}
	libcniSays := said("libcni", func() error { return run.add(config) })
	verdicts = append(verdicts, libcniSays)
	return append(verdicts, run.verdicts...)
}

// said is what a call says, or that it panics.
func said(tool string, call func() error) (v verdict) {
	v.Tool = tool
	defer func() {
		if caught := recover(); caught != nil {
			v.Message = fmt.Sprintf("panic: %v", caught)
		}
	}()
	if err := call(); err != nil {
		v.Message = err.Error()
		var cni *types.Error
		if errors.As(err, &cni) {
			v.Message, v.Details = cni.Msg, cni.Details
		}
	}
	return v
}

// add does what Multus lets libcni do with a definition, with plugins that are only asked.
func (r *recorder) add(config []byte) error {
	var shape struct {
		Type any `json:"type"`
	}
	// What does not fit is libcni's to refuse.
	_ = json.Unmarshal(config, &shape)
	cni := libcni.NewCNIConfigWithCacheDir(
		[]string{r.bench.plugins}, filepath.Join(r.bench.scratch, "cache"), r)
	runtime := &libcni.RuntimeConf{
		ContainerID: fmt.Sprintf("judged-%d", r.number),
		NetNS:       nowhere,
		IfName:      "net1",
	}
	if kind, ok := shape.Type.(string); ok && kind != "" {
		plugin, err := libcni.ConfFromBytes(config)
		if err != nil {
			return err
		}
		_, err = cni.AddNetwork(context.Background(), plugin, runtime)
		return unlessStopped(err)
	}
	list, err := libcni.NetworkConfFromBytes(config)
	if err != nil {
		return err
	}
	_, err = cni.AddNetworkList(context.Background(), list, runtime)
	return unlessStopped(err)
}

func unlessStopped(err error) error {
	if errors.Is(err, errStopped) {
		return nil
	}
	return err
}
