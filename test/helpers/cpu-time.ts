/**
 * Processor milliseconds that work takes in this process. A limit on them says that work does not explode, whatever else
 * the machine does meanwhile; how fast it is stands in bench/.
 */
export async function cpuTime(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
