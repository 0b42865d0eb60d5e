// Loaded before a child's own program (node --import): when the parent dies, even by kill -9, the child stops too.
if (process.send) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), 8000).unref()
  })
  // The channel alone must not keep a script from ending.
  process.channel?.unref()
}

export {}
