// Keeps many requests waiting at once, each as a goroutine: go run waiting_requests.go COUNT SECONDS
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// The memory in use, in bytes; 0 where the system does not tell.
func resident() (bytes int) {
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	var size, pages int
	fmt.Sscan(string(statm), &size, &pages)
	return pages * os.Getpagesize()
}

func main() {
	count, err := strconv.Atoi(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	wait, err := time.ParseDuration(os.Args[2] + "s")
	if err != nil {
		log.Fatal(err)
	}

	before, begin := resident(), time.Now()
	var begun, requests sync.WaitGroup
	var answered int64
	begun.Add(count)
	requests.Add(count)
	for i := 0; i < count; i++ {
		go func() {
			defer requests.Done()
			begun.Done()
			time.Sleep(wait)
			atomic.AddInt64(&answered, 1)
		}()
	}
	begun.Wait()
	held, made := resident()-before, time.Since(begin)
	waiting := count - int(atomic.LoadInt64(&answered))
	requests.Wait()

	json.NewEncoder(os.Stdout).Encode(map[string]interface{}{
		"waiting": waiting, "resident": held, "made": made.Seconds(), "wall": time.Since(begin).Seconds(),
		"version": strings.TrimPrefix(runtime.Version(), "go"),
	})
}
