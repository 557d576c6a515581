/**
 * Whoever reads may stop early (`| head`): what is written after that goes nowhere, and the program ends with the exit
 * code of its answer. Any other failure to write goes to `failed`.
 */
export function outliveReader(stream: NodeJS.EventEmitter, failed: (error: Error) => void): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') failed(error);
  });
}
