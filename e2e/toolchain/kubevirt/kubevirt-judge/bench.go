package main

import (
	"bytes"
	"encoding/json"
	"io"
	"runtime"
	"time"

	"k8s.io/apimachinery/pkg/util/validation/field"

	kubevirt "kubevirt.io/api/core/v1"
	"kubevirt.io/kubevirt/pkg/network/admitter"
	"kubevirt.io/kubevirt/pkg/network/vmispec"
	config "kubevirt.io/kubevirt/pkg/virt-config"
)

// speed is how fast the webhook would be, without a connection.
type speed struct {
	Verdicts  int     `json:"verdicts"`
	Refused   int     `json:"refused"`
	PerSecond float64 `json:"perSecond"`
}

const (
	warmUp  = 3 * time.Second
	measure = 8 * time.Second
)

// bench judges the networks of VirtualMachines, one per line, over and over on one core; the JSON of
// object and answer is part of it.
func bench(in io.Reader, out io.Writer) error {
	runtime.GOMAXPROCS(1)
	cluster, err := configured(nil)
	if err != nil {
		return err
	}
	var objects [][]byte
	lines := scanner(in)
	for lines.Scan() {
		objects = append(objects, bytes.Clone(lines.Bytes()))
	}
	if err := lines.Err(); err != nil {
		return err
	}
	judge := func(lasting time.Duration) (speed, error) {
		var measured speed
		begin := time.Now()
		for time.Since(begin) < lasting {
			for _, object := range objects {
				said := admitNetworks(cluster, object)
				if _, err := json.Marshal(said); err != nil {
					return measured, err
				}
				measured.Verdicts++
				if said.Error != "" || len(said.Causes) > 0 {
					measured.Refused++
				}
			}
		}
		measured.PerSecond = float64(measured.Verdicts) / time.Since(begin).Seconds()
		return measured, nil
	}
	if _, err := judge(warmUp); err != nil {
		return err
	}
	measured, err := judge(measure)
	if err != nil {
		return err
	}
	return json.NewEncoder(out).Encode(measured)
}

// admitNetworks is the part of the webhook that is about networks.
func admitNetworks(cluster *config.ClusterConfig, object []byte) response {
	var machine kubevirt.VirtualMachine
	if err := json.Unmarshal(object, &machine); err != nil {
		return response{Error: err.Error()}
	}
	spec := machine.Spec.Template.Spec.DeepCopy()
	if err := vmispec.SetDefaultNetworkInterface(cluster, spec); err != nil {
		return response{Error: err.Error()}
	}
	created := admitter.NewValidator(field.NewPath("spec"), spec, cluster)
	if causes := created.ValidateCreation(); len(causes) > 0 {
		return response{Causes: causes}
	}
	valid := admitter.NewValidator(field.NewPath("spec", "template", "spec"), spec, cluster)
	return response{Causes: valid.Validate()}
}
