// Command kubevirt-judge asks KubeVirt's own packages about virtual machines: one JSON object per
// line in, one per line out, in the same order.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: kubevirt-judge admit|change|merge|names|crds|bench")
	}
	flag.Parse()
	if err := run(flag.Arg(0), os.Stdin, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(mode string, in io.Reader, out io.Writer) error {
	switch mode {
	case "admit":
		clusters := newClusters()
		return answer(in, out, clusters.admit)
	case "change":
		clusters := newClusters()
		return answer(in, out, clusters.change)
	case "merge":
		return answer(in, out, merge)
	case "names":
		return answer(in, out, names)
	case "crds":
		return crds(out)
	case "bench":
		return bench(in, out)
	default:
		return fmt.Errorf("no mode %q", mode)
	}
}

// answer answers each line by one; what panics is an answer too.
func answer[Q, A any](in io.Reader, out io.Writer, ask func(Q) (A, error)) error {
	lines := scanner(in)
	buffered := bufio.NewWriter(out)
	encoder := json.NewEncoder(buffered)
	encoder.SetEscapeHTML(false)
	for number := 1; lines.Scan(); number++ {
		var question Q
		if err := json.Unmarshal(lines.Bytes(), &question); err != nil {
			return fmt.Errorf("line %d: %w", number, err)
		}
		said, err := ask(question)
		if err != nil {
			return fmt.Errorf("line %d: %w", number, err)
		}
		if err := encoder.Encode(said); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	return buffered.Flush()
}

func scanner(in io.Reader) *bufio.Scanner {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 64<<20)
	return lines
}
