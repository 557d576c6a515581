export const HELP = `outcome-lens: why a branch exists, whether it is ready, and how work flows. Read from git and plain files.

  outcome-lens why [--branch NAME | --ticket KEY]   the chain from the branch to its outcome
  outcome-lens ready [KEY] [--gate NAME] [--strict] what is met and what is missing; for CI
  outcome-lens flow [--weeks N | --since DAY [--until DAY]] [--team NAME] [--type TYPE] [--figure ID]
                    [--format FORMAT] [--solo]      how what landed on the main branch flowed

  -C, --repository DIR   look here instead of the current folder
      --folder DIR       folder of the epic files, inside the repository (default: outcomes)
      --json             one JSON document on stdout; its schema is in schemas/
      --strict           ready: a tick without evidence does not count
      --team NAME        flow: one of several teams, by its file in teams/
      --type TYPE        flow: feature, defect, risk, debt, other or unknown
      --figure ID        flow: one figure in full; without it flow ends with a list of their ids
      --format FORMAT    flow: text (default), markdown, csv (needs --figure) or json (the same as --json)
      --solo             flow: show figures of one or two people, on a terminal only
      --version, --help

Exit code: 0 fine; 1 the answer is "no" (no outcome, not ready, nothing to show); 2 could not answer.
Flow figures need at least 3 people as text on a terminal, and 5 in anything else (--format, --json, pipes, files).
Run it only in repositories that you trust: a repository can name programs that git runs.`;
