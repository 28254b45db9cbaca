// A page that computes a little and waits long, from Go's own HTTP server: go run page.go COMPUTE_MS WAIT_MS
// It says its port, and serves until its input ends.
package main

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"runtime"
	"strings"
	"time"
)

func work(duration time.Duration) {
	for end := time.Now().Add(duration); time.Now().Before(end); {
	}
}

func milliseconds(text string) time.Duration {
	duration, err := time.ParseDuration(text + "ms")
	if err != nil {
		log.Fatal(err)
	}
	return duration
}

func main() {
	compute, wait := milliseconds(os.Args[1]), milliseconds(os.Args[2])
	http.HandleFunc("/", func(response http.ResponseWriter, request *http.Request) {
		work(compute / 2)
		time.Sleep(wait)
		work(compute / 2)
		io.WriteString(response, "Hello!\n")
	})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go func() { log.Fatal(http.Serve(listener, nil)) }()
	fmt.Println(listener.Addr().(*net.TCPAddr).Port, strings.TrimPrefix(runtime.Version(), "go"))
	io.Copy(io.Discard, os.Stdin)
}
