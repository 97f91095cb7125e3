package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/containernetworking/cni/pkg/types"
	current "github.com/containernetworking/cni/pkg/types/100"
	"github.com/containernetworking/cni/pkg/version"
)

const (
	nowhere = "/run/judge/nowhere/net"
	here    = "/proc/self/ns/net"
)

// trial is a way to run a plugin that judges its configuration and gets no further.
type trial struct {
	command   string
	namespace string
	link      string
}

var (
	// A namespace that is not there is looked for after the configuration was read.
	add = trial{"ADD", nowhere, "net1"}
	// Here the interface can be made, but not be called like one that is there.
	create = trial{"ADD", here, "lo"}
	// It has nothing to undo, but asks the IPAM plugin, which it does not find.
	undo = trial{"DEL", "", "net1"}
	// An interface that is there is changed.
	change = trial{"ADD", here, "card1"}
)

// trials says for each plugin what tells most.
var trials = map[string][]trial{
	"bridge":      {add},
	"dummy":       {add},
	"host-device": {add},
	"ipvlan":      {create, undo},
	"loopback":    {add},
	"macvlan":     {create},
	"ptp":         {add},
	"tap":         {add},
	"vlan":        {create, undo},
	"bandwidth":   {add},
	"firewall":    {add},
	"portmap":     {add},
	"sbr":         {add},
	"tuning":      {change},
	"vrf":         {add},
	"dhcp":        {add},
	"host-local":  {undo},
	"static":      {add},
}

// terminal are the plugins that ask no IPAM plugin.
var terminal = map[string]bool{
	"bandwidth": true, "firewall": true, "loopback": true, "macvtap": true, "portmap": true,
	"sbr": true, "tuning": true, "vrf": true,
}

// layer2 are the plugins that make an interface without addresses, too.
var layer2 = map[string]bool{
	"bridge": true, "host-device": true, "macvlan": true, "ovs": true, "tap": true,
}

// ask asks a plugin, its IPAM plugin where it has one, and what comes of the two.
func (b *bench) ask(called string, stdin []byte, number int) []verdict {
	plugin := strings.TrimPrefix(called, "cnv-")
	asked := b.askOne(plugin, stdin, number)
	if asked == nil || terminal[plugin] {
		return asked
	}
	var config struct {
		IPAM struct {
			Type string `json:"type"`
		} `json:"ipam"`
	}
	if json.Unmarshal(stdin, &config) != nil {
		return asked
	}
	ipam := b.askOne(config.IPAM.Type, stdin, number)
	if asked[0].Message == "" && len(ipam) == 1 && ipam[0].Message == "" {
		asked[0] = b.finished(asked[0], config.IPAM.Type, stdin, number)
	} else if asked[0].Message == "" && config.IPAM.Type == "" && layer2[plugin] {
		asked[0] = b.finished(asked[0], "", stdin, number)
	}
	return append(asked, ipam...)
}

func (b *bench) askOne(plugin string, stdin []byte, number int) []verdict {
	tool := "cni:" + plugin
	if linked, ok := inProcess[plugin]; ok {
		return []verdict{placed(said(tool, func() error { return linked(b, stdin) }))}
	}
	all, ok := trials[plugin]
	if !ok {
		return nil
	}
	last := verdict{Tool: tool}
	for _, trial := range all {
		_, err := b.run(plugin, trial, stdin, number)
		last = placed(said(tool, func() error { return err }))
		if last.Message != "" {
			break
		}
	}
	return []verdict{last}
}

// finished is what a plugin says at its end, where no trial takes it: it wants an address from IPAM,
// and prints a result of the version that is asked for, which may have no word for what there is.
func (b *bench) finished(asked verdict, ipam string, stdin []byte, number int) verdict {
	switch ipam {
	case "":
		return with(asked, printable(stdin))
	case "static":
		var config struct {
			Capabilities map[string]bool `json:"capabilities"`
		}
		if json.Unmarshal(stdin, &config) != nil || config.Capabilities["ips"] {
			// Pods may bring their own.
			return asked
		}
		out, err := b.run(ipam, add, stdin, number)
		var given struct {
			IPs []any          `json:"ips"`
			IP4 map[string]any `json:"ip4"`
			IP6 map[string]any `json:"ip6"`
		}
		if err == nil && json.Unmarshal(out, &given) == nil &&
			len(given.IPs)+len(given.IP4)+len(given.IP6) == 0 {
			return with(asked, errors.New("IPAM plugin returned missing IP config"))
		}
	}
	return asked
}

func with(asked verdict, err error) verdict {
	if err == nil {
		return asked
	}
	return said(asked.Tool, func() error { return err })
}

// printable turns an interface without addresses into a result of the version asked for, with the
// code that the plugins do it with.
func printable(stdin []byte) error {
	version, err := (&version.ConfigDecoder{}).Decode(stdin)
	if err != nil {
		return err
	}
	_, err = (&current.Result{
		CNIVersion: current.ImplementedSpecVersion,
		Interfaces: []*current.Interface{{Name: "net1"}},
	}).GetAsVersion(version)
	return err
}

// run starts the plugin as libcni does.
func (b *bench) run(plugin string, t trial, stdin []byte, number int) ([]byte, error) {
	command := exec.Command(filepath.Join(b.plugins, plugin))
	command.Env = []string{
		"CNI_COMMAND=" + t.command,
		fmt.Sprintf("CNI_CONTAINERID=judged-%d", number),
		"CNI_NETNS=" + t.namespace,
		"CNI_IFNAME=" + t.link,
		"CNI_PATH=" + filepath.Join(b.scratch, "no-plugins"),
		"PATH=" + os.Getenv("PATH"),
	}
	// Some write to where their configuration says.
	command.Dir = b.scratch
	command.Stdin = bytes.NewReader(stdin)
	var out, said bytes.Buffer
	command.Stdout, command.Stderr = &out, &said
	err := command.Run()
	var exit *exec.ExitError
	if err == nil {
		return out.Bytes(), nil
	}
	if !errors.As(err, &exit) {
		return nil, err
	}
	var refused types.Error
	if json.Unmarshal(out.Bytes(), &refused) == nil && refused.Msg != "" {
		return nil, &refused
	}
	first, _, _ := strings.Cut(said.String(), "\n")
	return nil, errors.New(first)
}
