import path from 'node:path';

/** The repository's own folder. */
export const repositoryRoot = path.resolve(import.meta.dirname, '..', '..');

/** Everything that is downloaded for tests and the demo; ignored by git and left out of the VSIX. */
export const cacheFolder = path.join(repositoryRoot, '.vscode-test');

/** What test runs leave for a person to look at: screenshots and logs. */
export const outputFolder = path.join(repositoryRoot, 'test-output');

/** Where the host test files and their entry are built to. */
export const hostTestsFolder = path.join(repositoryRoot, 'dist', 'test-host');
