/** The work tree's files, as the face sees them: open editors first, then the disk. */
export interface FilesPort {
  /** Paths (inside the repository, with `/`) of files directly or deeper below `folder`; [] when the folder is absent. */
  list(root: string, folder: string): Promise<readonly string[]>;
  /** null when absent. Rejects with `file/too-large` above 1 MB, `file/outside-repository` when a link leaves the root. */
  read(root: string, path: string): Promise<FileText | null>;
  /** True when a file or folder exists inside the repository (a link that leaves it does not count). */
  exists(root: string, path: string): Promise<boolean>;
}

export interface FileText {
  readonly text: string;
  readonly origin: 'editor' | 'file';
  readonly unsaved: boolean;
}
