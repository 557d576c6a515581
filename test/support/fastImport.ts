import { runGit } from './repo.ts';
import type { Person } from './repo.ts';

export interface MadeCommit {
  /** Full name: `refs/heads/main`. */
  readonly ref: string;
  readonly by: Person;
  /** Epoch seconds. */
  readonly written: number;
  readonly landed: number;
  readonly message: string;
  /** What `commit` returned for each parent. */
  readonly parents: readonly number[];
  /** Texts by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A stream for `git fast-import`: one process makes a history of any size. */
export class FastImport {
  private readonly parts: string[] = [];
  private marks = 0;

  /** Returns the commit's mark. */
  commit({ ref, by, written, landed, message, parents, files = {} }: MadeCommit): number {
    const mark = ++this.marks;
    const [first, ...others] = parents;
    this.parts.push(
      `commit ${ref}\nmark :${mark}\n`,
      `author ${by.name} <${by.email}> ${Math.floor(written)} +0000\n`,
      `committer ${by.name} <${by.email}> ${Math.floor(landed)} +0000\n`,
      data(message),
      first === undefined ? '' : `from :${first}\n`,
      ...others.map(parent => `merge :${parent}\n`),
      ...Object.entries(files).map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`),
      '\n',
    );
    return mark;
  }

  /** A tag with an object of its own. */
  tag(name: string, commit: number, by: Person, at: number, message: string): void {
    const tagger = `tagger ${by.name} <${by.email}> ${Math.floor(at)} +0000\n`;
    this.parts.push(`tag ${name}\nfrom :${commit}\n${tagger}${data(message)}`);
  }

  /** Makes everything in a repository. */
  run(dir: string): void {
    runGit(dir, ['fast-import', '--quiet'], {}, `${this.parts.join('')}done\n`);
  }
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
