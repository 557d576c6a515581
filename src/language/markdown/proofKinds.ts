import type { Proof } from '../../model/checklist.ts';

type Kind = Exclude<Proof['kind'], 'invalid'>;

/** The checks that the repository can answer: how each is written, and what it asks. */
export const PROOF_KINDS: Readonly<Record<Kind, { readonly form: string; readonly means: string }>> = {
  file: { form: 'file ${1:docs/runbook.md}', means: 'The file exists in the repository.' },
  text: { form: 'text ${1:docs/runbook.md} "${2:words}"', means: 'The file holds these words, and git tracks it.' },
  changed: {
    form: 'changed ${1:src/**}',
    means: 'A commit that names the epic or one of its tickets touches such a file.',
  },
  tag: { form: 'tag ${1:v*}', means: 'There is a tag of this name.' },
  ticket: { form: 'ticket ${1:KEY} done', means: 'The ticket has this status. Only a tracker knows.' },
  absent: { form: 'absent "${1:words}"', means: 'No tracked file outside the outcomes folder holds these words.' },
};

/** What a proof asks, in a sentence. */
export function proofSentence(proof: Proof): string {
  switch (proof.kind) {
    case 'file':
      return `Holds when ${proof.path} exists.`;
    case 'text':
      return `Holds when ${proof.path} holds "${proof.text}" and git tracks it.`;
    case 'changed':
      return `Holds when a commit that names the epic or one of its tickets touches ${proof.glob}.`;
    case 'tag':
      return `Holds when there is a tag ${proof.glob}.`;
    case 'ticket':
      return `Holds when ticket ${proof.key} is "${proof.status}". Only a tracker knows.`;
    case 'absent':
      return `Holds when no tracked file outside the outcomes folder holds "${proof.text}".`;
    case 'invalid':
      return `Not understood: ${proof.written}. Known: ${Object.keys(PROOF_KINDS).join(', ')}.`;
  }
}
