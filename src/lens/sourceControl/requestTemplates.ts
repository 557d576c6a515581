import type { RequestTemplate } from '../../model/branchChanges.ts';
import type { FilesPort } from '../../model/ports/filesPort.ts';

/** Where GitHub looks, in its order. */
const FOLDERS = ['.github/', '', 'docs/'];
/** It takes any mix of letters; these are what people write. */
const NAMES = ['pull_request_template', 'PULL_REQUEST_TEMPLATE', 'Pull_Request_Template'];
const ENDINGS = ['.md', '.txt'];
/** GitLab takes `Default.md` unasked. */
const GITLAB = '.gitlab/merge_request_templates';

/** The team's texts for pull and merge requests, those first that a forge takes unasked. */
export async function requestTemplates(files: FilesPort, root: string): Promise<readonly RequestTemplate[]> {
  const found = new Map<string, RequestTemplate>();
  const take = async (path: string): Promise<boolean> => {
    // Where letters do not count, one file answers to several names.
    if (found.has(path.toLowerCase())) return true;
    const file = await files.read(root, path);
    if (file !== null) found.set(path.toLowerCase(), { path, text: file.text });
    return file !== null;
  };
  const listed = async (folder: string) =>
    (await files.list(root, folder)).filter(
      path => /\.(?:md|txt)$/i.test(path) && !path.slice(folder.length + 1).includes('/'),
    );
  const gitlab = await listed(GITLAB);
  const [unasked = null] = gitlab.filter(path => /\/default\.md$/i.test(path));
  for (const folder of FOLDERS)
    for (const name of NAMES) for (const end of ENDINGS) await take(`${folder}${name}${end}`);
  if (unasked !== null) await take(unasked);
  for (const folder of FOLDERS)
    for (const name of NAMES) for (const path of await listed(`${folder}${name}`)) await take(path);
  for (const path of gitlab) await take(path);
  return [...found.values()];
}
