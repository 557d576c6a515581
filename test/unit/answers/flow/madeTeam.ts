import { prepareFlow, type FlowPreparation } from '../../../../src/answers/flow/flowAnswer.ts';
import type { FlowSource } from '../../../../src/answers/flow/flowSource.ts';
import { buildWorkItems, type WorkSource } from '../../../../src/answers/flow/items/workItems.ts';
import type { Commit } from '../../../../src/model/commit.ts';
import type { FlowAnswer, FlowRequest } from '../../../../src/model/flow/flow.ts';
import type { CommitSet, GroupReading } from '../../../../src/model/ports/gitPort.ts';
import type { GroupBand } from '../../../../src/model/work.ts';
import { createFolder } from '../../../support/factories.ts';
import { at, MadeHistory, nameOf } from './madeHistory.ts';

export type Shown = Extract<FlowAnswer, { state: 'shown' }>;

export const REQUEST: FlowRequest = { window: { weeks: 26 }, type: null, team: null, use: 'view', solo: false };
/** The Monday after 26 weeks. */
export const NOW = at(26 * 7 + 1);

/** An answer's source of work items alone, as of `NOW`. */
export function sourceOf(work: WorkSource, changes: Partial<FlowSource> = {}): FlowSource {
  return {
    work: buildWorkItems(work),
    rules: work.rules,
    now: work.now,
    shallow: work.shallow,
    team: createFolder([]).team,
    teams: [],
    owned: null,
    ownedByTeams: [],
    epics: [],
    tickets: new Map(),
    open: null,
    sizes: null,
    signals: [],
    ...changes,
  };
}

/** One merged change of the team. */
export interface Change {
  /** A number for who wrote it, or a bot. */
  readonly by: number | 'bot';
  /** Days it took; squashed, so unknown, when left out. */
  readonly days?: number;
  /** `feature/PAY-1`, say. */
  readonly branch?: string;
}

/** A team's history: one request after the other, one a day. */
export class MadeTeam {
  private readonly history = new MadeHistory();
  private readonly people = new Map<string, number | 'bot'>();

  constructor(changes: readonly Change[]) {
    this.history.add('root', { landed: -300 });
    let main = 'root';
    changes.forEach(({ by, days, branch = 'topic' }, index) => {
      const landed = 1 + (index * 180) / changes.length;
      const name = `c${index}`;
      this.people.set(name, by);
      if (days === undefined) {
        this.history.add(name, { message: `Change (#${index + 1})`, landed, parents: [main] });
        main = name;
      } else {
        const message = `Merge pull request #${index + 1} from someone/${branch}`;
        this.history.add(name, { message: 'work', landed, written: landed - days, parents: [main] });
        this.history.merge(`m${index}`, message, main, name, landed);
        main = `m${index}`;
      }
    });
  }

  get commits(): readonly Commit[] {
    return this.history.commits;
  }

  source(work: Partial<WorkSource> = {}): FlowSource {
    return sourceOf(this.history.source({ now: NOW, ...work }));
  }

  prepare(request: Partial<FlowRequest> = {}, work: Partial<WorkSource> = {}): FlowPreparation {
    return prepareFlow(this.source(work), { ...REQUEST, ...request });
  }

  answer(request: Partial<FlowRequest> = {}, work: Partial<WorkSource> = {}): FlowAnswer {
    const prepared = this.prepare(request, work);
    return prepared.finish(this.gate(prepared.cells));
  }

  shown(request: Partial<FlowRequest> = {}, work: Partial<WorkSource> = {}): Shown {
    const answer = this.answer(request, work);
    if (answer.state !== 'shown') throw new Error(`${answer.state} ${JSON.stringify(answer)}`);
    return answer;
  }

  /** The identity gate, as its contract says. */
  gate(cells: readonly CommitSet[]): GroupReading {
    const by = (hash: string) => this.people.get(nameOf(hash));
    const automated = new Set(cells.flatMap(({ items }) => items.flat()).filter(hash => by(hash) === 'bot'));
    const sets = cells.map(({ items }) => {
      const owners = items.map(item => by(item[0] ?? '')).filter(person => typeof person === 'number');
      const people = new Set(owners);
      const most = Math.max(0, ...[...people].map(one => owners.filter(owner => owner === one).length));
      return { band: bandOf(people.size), dominated: most * 5 > owners.length * 4 };
    });
    return { sets, automated };
  }
}

function bandOf(people: number): GroupBand {
  if (people < 3) return (['0', '1', '2'] as const)[people] ?? '0';
  if (people < 5) return '3-4';
  return people < 10 ? '5-9' : '10+';
}

/** `count` changes by `people` in turn. */
export function inTurn(people: number, count: number, change: Omit<Change, 'by'> = { days: 2 }): Change[] {
  return Array.from({ length: count }, (_, index) => ({ by: index % people, ...change }));
}
