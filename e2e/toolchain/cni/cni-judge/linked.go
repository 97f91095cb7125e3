package main

import (
	"path/filepath"

	"github.com/containernetworking/cni/pkg/skel"
	"github.com/containernetworking/cni/pkg/types"
	"github.com/containernetworking/cni/pkg/version"
	ovs "github.com/k8snetworkplumbingwg/ovs-cni/pkg/plugin"
	whereabouts "github.com/k8snetworkplumbingwg/whereabouts/pkg/config"
)

// inProcess are the plugins whose packages can be called: there is no database or API server that
// they could be run with.
var inProcess = map[string]func(b *bench, stdin []byte) error{
	"ovs": func(_ *bench, stdin []byte) error {
		if err := supported(stdin); err != nil {
			return err
		}
		return ovs.CmdAdd(&skel.CmdArgs{
			ContainerID: "judged", Netns: nowhere, IfName: "net1", StdinData: stdin,
		})
	},
	"whereabouts": func(b *bench, stdin []byte) error {
		if err := supported(stdin); err != nil {
			return err
		}
		_, _, err := whereabouts.LoadIPAMConfig(
			stdin, "", filepath.Join(b.scratch, "whereabouts.conf"))
		return err
	},
}

// supported is what the frame of every plugin asks first.
func supported(stdin []byte) error {
	config, err := (&version.ConfigDecoder{}).Decode(stdin)
	if err != nil {
		return err
	}
	if refused := (&version.Reconciler{}).Check(config, version.All); refused != nil {
		return &types.Error{Code: types.ErrIncompatibleCNIVersion,
			Msg: "incompatible CNI versions", Details: refused.Details()}
	}
	return nil
}
