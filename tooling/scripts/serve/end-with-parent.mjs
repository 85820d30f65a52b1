// Preloaded into every process that `npm start` makes: when the parent is killed, its end of the IPC channel
// closes, and a process left alone would hold the port and the database.
process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 5_000).unref();
});
process.channel?.unref();
