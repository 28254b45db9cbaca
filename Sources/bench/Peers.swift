/// The same in other languages; each prints a sample as JSON.
enum Peers {
  static let pythonWait = """
    import asyncio, json, sys, time
    count = int(sys.argv[1])
    def resident():
        try: return int(open("/proc/self/statm").read().split()[1]) * 4096
        except OSError: return 0
    async def main():
        before, begin = resident(), time.monotonic()
        tasks = [asyncio.create_task(asyncio.sleep(1)) for _ in range(count)]
        await asyncio.sleep(0); await asyncio.sleep(0)
        held = resident() - before
        for task in tasks: await task
        print(json.dumps({"wall": time.monotonic() - begin, "resident": held}))
    asyncio.run(main())
    """

  static let nodeWait = """
    const count = Number(process.argv[1]);
    const sleep = ms => new Promise(done => setTimeout(done, ms));
    const request = async () => { await sleep(1000); };
    (async () => {
      const before = process.memoryUsage().rss, begin = performance.now();
      const all = []; for (let i = 0; i < count; i++) all.push(request());
      const resident = process.memoryUsage().rss - before;
      for (const one of all) await one;
      console.log(JSON.stringify({ wall: (performance.now() - begin) / 1000, resident }));
    })();
    """

  static let goWait = """
    package main
    import ("fmt"; "os"; "strconv"; "sync"; "time")
    func resident() int { var a, b int; f, _ := os.Open("/proc/self/statm"); defer f.Close(); fmt.Fscan(f, &a, &b); return b * 4096 }
    func main() {
      count, _ := strconv.Atoi(os.Args[1]); before, begin := resident(), time.Now()
      var all sync.WaitGroup; all.Add(count)
      for i := 0; i < count; i++ { go func() { time.Sleep(time.Second); all.Done() }() }
      held := resident() - before; all.Wait()
      fmt.Printf("{\\"wall\\": %f, \\"resident\\": %d}\\n", time.Since(begin).Seconds(), held)
    }
    """

  static let pythonSwitch = """
    import asyncio, json, sys, time
    count = int(sys.argv[1])
    async def player():
        for _ in range(count // 2): await asyncio.sleep(0)
    async def main():
        begin = time.monotonic()
        await asyncio.gather(player(), player())
        print(json.dumps({"wall": time.monotonic() - begin, "resident": 0}))
    asyncio.run(main())
    """

  static let nodeSwitch = """
    const count = Number(process.argv[1]);
    const player = async () => { for (let i = 0; i < count / 2; i++) await null; };
    (async () => {
      const begin = performance.now();
      await Promise.all([player(), player()]);
      console.log(JSON.stringify({ wall: (performance.now() - begin) / 1000, resident: 0 }));
    })();
    """

  static let goSwitch = """
    package main
    import ("fmt"; "os"; "runtime"; "strconv"; "sync"; "time")
    func main() {
      count, _ := strconv.Atoi(os.Args[1]); runtime.GOMAXPROCS(1); begin := time.Now()
      var all sync.WaitGroup; all.Add(2)
      for p := 0; p < 2; p++ { go func() { for i := 0; i < count / 2; i++ { runtime.Gosched() }; all.Done() }() }
      all.Wait(); fmt.Printf("{\\"wall\\": %f, \\"resident\\": 0}\\n", time.Since(begin).Seconds())
    }
    """
}
