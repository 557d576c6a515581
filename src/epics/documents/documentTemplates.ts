import type { DocumentKind } from '../../model/documents.ts';

/** What every document begins with: what it is, which epic it belongs to, and what that hopes for. */
const head = (title: string) => `# ${title}

{{epic}}

> {{outcome}}
`;

/** The built-in templates. A question in a comment is not rendered, so a part that nobody filled shows as an empty one. */
export const DOCUMENT_TEMPLATES: Readonly<Record<DocumentKind, string>> = {
  'decision-log': `${head('Decision log')}
<!-- One entry a decision, the newest at the end. An old entry is never changed: a new one says which it replaces. -->

## {{date}}: …

<!-- Behind the date: what did we decide, in one sentence that somebody who was not there understands? -->

### Why

<!-- What did we know that day, what did we assume, and which other way did we turn down? -->

### Who decided

<!-- Which role decided, and which roles were asked? Roles, no names: roles stay when people move on. -->

### What would make us decide anew

<!-- What would we have to see, and on which day do we look? -->
`,

  risks: `${head('Risks')}
Last look: {{date}}

## What could keep the outcome from happening

<!-- Nobody wants it, nobody can use it, we cannot build it, it does not pay, we are not allowed to: one line each. -->

| risk | what we would see first | what we do about it, and which role |
|---|---|---|
|  |  |  |

## What could go wrong because of it

<!-- For customers, support, other teams, our data: what would we be sorry for, and how would we take it back? -->

## The one we look at first

<!-- Which of them would end the bet, and what is the cheapest way to find out this week? -->

## What we accept

<!-- Which of them do we take knowingly, which role agreed, and until when? -->

## When we look again

<!-- On which day do we look again, and what would make us look earlier? -->
`,

  'kick-off': `${head('Kick-off')}
Date: {{date}}

## Why now

<!-- What happens if we do nothing for half a year? -->

## Who it is for first

<!-- Whose day changes, and what do they do today instead? -->

## What will be different

<!-- What would we see: which value today, which one then, by when? -->

## What it is not

<!-- What will somebody expect that we will not do? -->

## What we believe, and where we disagree

<!-- What must be true for this to work, how sure are we, what would change our mind? The epic keeps the list. -->

## The first step

<!-- What is the smallest thing that teaches us most, and when do we have it? -->

## How we work on it

<!-- Which roles take part, which role decides when goals compete, where do we talk, how often do we show what we have? -->

## What we need from others

<!-- Which team, what, by when, and what do we do until then? -->
`,

  'launch-plan': `${head('Launch plan')}
## Who gets it, and when

<!-- In which steps do more people get it, and what must be true before each step? -->

## Who leads the launch

<!-- Which one role owns the rollout, and which role may stop it? -->

## What we watch on the first day

<!-- Which product and which technical signals, where are they shown, which values mean success and which mean failure? -->

## When we go back

<!-- Which value, seen for how long, makes us go back, and how is that done? Agreed before the launch, not during it. -->

## Who hears what

<!-- Customers, support, sales, other teams: what, where and when? Are the words final? -->

## What support will be asked

<!-- The likely questions with their answers, and the known issues. -->

## What was tried out

<!-- Access, permissions, migrations, analytics events: what did we try, and where is that written? -->

## When we look back

<!-- On which days do we compare hope and result? They belong in the epic's "reviews" too. -->
`,

  'post-launch-review': `${head('Post-launch review')}
Date: {{date}}

Launched: {{launched}}

## What we hoped for, and what happened

{{measures}}

<!-- Each measure: before, hoped for, now. What moved, what did not, and could something else have moved it? -->

## What surprised us

<!-- In how people use it, in what they leave aside, in who they are? -->

## What the early signs told us

<!-- Which came, which did not, and did they tell the truth? -->

## What we believed

<!-- Which beliefs held, which did not, and when could we have known? -->

## What it cost elsewhere

<!-- What was done later or not at all because of this, and for whom did it make work? -->

## What we do now

<!-- Keep, change or stop: what exactly, and when do we look again? -->

## What we do differently next time

<!-- One thing, small enough to try in the next epic. -->
`,

  'product-thesis': `${head('Product thesis')}
## For whom

<!-- Who exactly, in which situation, and roughly how many of them are there? -->

## What is hard for them today

<!-- What do they do instead, what does it cost them, and how do we know? -->

## What we think

<!-- Because …, we believe that …, and we will know it when …. -->

## What must be true

<!-- One line each, the one that we are least sure of first. -->

## Why us, and why now

<!-- What do we have or know that others do not, and what has changed? -->

## What would prove us wrong

<!-- What would we have to see to give it up, and who (a role) would say so? -->

## What we would do instead

<!-- What is the next best use of the same time and money? -->

## The next test

<!-- What is the cheapest thing that could prove us wrong, and on which day do we know? -->
`,
};
