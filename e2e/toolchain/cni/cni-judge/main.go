// Command cni-judge asks the tools that a network definition meets on its way into a pod, each by
// itself: one JSON object per line in, one per line out, in the same order.
//
// It changes links and files, so it wants a network namespace and scratch folders of its own.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"log"
	"os"
)

// definition is what a NetworkAttachmentDefinition says, and where.
type definition struct {
	Name      string `json:"name"`
	Namespace string `json:"namespace"`
	Config    string `json:"config"`
}

// verdict is what one tool says. It is content where the message is empty; what it can not do here,
// for want of a network or of a server, is no objection to the definition.
type verdict struct {
	Tool    string `json:"tool"`
	Message string `json:"message,omitempty"`
	Details string `json:"details,omitempty"`
	// Here is why it got no further on this machine.
	Here string `json:"here,omitempty"`
}

func main() {
	plugins := flag.String("plugins", ".", "folder of the plugins")
	scratch := flag.String("scratch", os.TempDir(), "folder for what is written")
	workers := flag.Int("workers", 2, "definitions that are judged at a time")
	flag.Parse()
	log.SetFlags(0)

	bench := &bench{plugins: *plugins, scratch: *scratch}
	answers := make(chan chan []verdict, 2**workers)
	turns := make(chan struct{}, *workers)
	go func() {
		defer close(answers)
		lines := bufio.NewScanner(os.Stdin)
		lines.Buffer(nil, 64<<20)
		for number := 0; lines.Scan(); number++ {
			var d definition
			if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
				log.Fatalf("line %d: %v", number+1, err)
			}
			answer := make(chan []verdict, 1)
			answers <- answer
			turns <- struct{}{}
			go func() {
				answer <- bench.judge(d, number)
				<-turns
			}()
		}
		if err := lines.Err(); err != nil {
			log.Fatal(err)
		}
	}()
	out := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for answer := range answers {
		if err := encoder.Encode(<-answer); err != nil {
			log.Fatal(err)
		}
		if err := out.Flush(); err != nil {
			log.Fatal(err)
		}
	}
}
