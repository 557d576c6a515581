import path from 'node:path';
import * as vscode from 'vscode';
import { isSelfContained } from '../../export/picture.ts';
import { retrospectiveMarkdown, type Retrospective } from '../../export/retrospective.ts';
import { ProblemError } from '../../model/problem.ts';
import { insideRepository } from '../insideRepository.ts';

/** A drawn figure. */
export interface Picture {
  readonly id: string;
  readonly svg: string;
}

/**
 * Writes `<folder>/retrospectives/<month>.md` with its pictures beside it and returns its path inside the repository. A
 * document that is there holds a team's words: it stays, and the new one gets a number.
 * Rejects with `file/outside-repository` when a link leads out of the repository.
 */
export async function writeRetrospective(
  root: string,
  folder: string,
  about: Omit<Retrospective, 'pictures'>,
  pictures: readonly Picture[],
): Promise<string> {
  const place = `${folder}/retrospectives`;
  const name = await freeName(root, place, about.month);
  const drawn = pictures.filter(({ id, svg }) => /^[\w-]+$/.test(id) && isSelfContained(svg));
  for (const { id, svg } of drawn) await create(root, `${place}/${name}/${id}.svg`, svg);
  const paths = new Map(drawn.map(({ id }) => [id, `${name}/${id}.svg`]));
  const file = `${place}/${name}.md`;
  await create(root, file, retrospectiveMarkdown({ ...about, pictures: paths }));
  return file;
}

async function freeName(root: string, place: string, month: string): Promise<string> {
  for (let number = 1; number < 100; number++) {
    const name = number === 1 ? month : `${month}-${number}`;
    const taken = await Promise.all(
      [`${place}/${name}.md`, `${place}/${name}`].map(file => insideRepository(root, file)),
    );
    if (taken.every(found => found === null)) return name;
  }
  throw new ProblemError({ code: 'file/exists', file: `${place}/${month}.md` });
}

async function create(root: string, file: string, text: string): Promise<void> {
  // The nearest folder that exists decides where the file really lands.
  for (let above = path.posix.dirname(file); above !== '.'; above = path.posix.dirname(above))
    if ((await insideRepository(root, above)) !== null) break;
  await vscode.workspace.fs.writeFile(vscode.Uri.file(path.join(root, file)), Buffer.from(text, 'utf8'));
}
