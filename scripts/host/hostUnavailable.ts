/** The machine cannot run the host or the browser; the message is one sentence for a person. Programs exit with 2. */
export class HostUnavailable extends Error {
  override readonly name = 'HostUnavailable';
}

/** Runs a program's main function: the process exits with its result, or with 2 and one line when the host is unavailable. */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof HostUnavailable)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
