// The search over the situations, with the words of one language. It is fetched when somebody begins to write.
import type { Catalogue } from 'partnercheck';
import type { Locale } from 'partnercheck/text';
import type { Messages } from '../../library/messages.js';
import { finder, type Find } from '../../library/find.js';
import { loadTexts } from '../../library/texts.js';
import type { Situation } from './start-view.js';
import { searchTexts } from './texts.js';

const finders = new Map<Locale, Promise<Find<Situation>>>();

/** @throws when the words cannot be fetched; the next call tries again. */
export function loadFinder(messages: Messages, catalogue: Catalogue): Promise<Find<Situation>> {
  const { locale } = messages;
  let find = finders.get(locale);
  if (find === undefined) {
    find = loadTexts(searchTexts, locale).then(({ t, has }) => {
      const situations = catalogue.actions.map((action) => ({
        id: action.type,
        asks: messages.situation(action),
        about: aboutOf(messages, action.title),
        words: has(action.type) ? t(action.type) : '',
      }));
      const plans = catalogue.plans.map((plan) => ({
        id: plan.goal,
        asks: messages.plan(plan),
        about: messages.words.text(plan.title),
        words: '',
      }));
      const idle = t('idle');
      const [findQuestion, findPlan] = [finder(situations, idle), finder(plans, idle)];
      // Who writes wants an answer first; a plan stands behind the best of them.
      return (written) => {
        const questions = findQuestion(written);
        return [...questions.slice(0, 3), ...findPlan(written).slice(0, 1), ...questions.slice(3)];
      };
    });
    find.catch(() => finders.delete(locale));
    finders.set(locale, find);
  }
  return find;
}

function aboutOf({ words }: Messages, title: string): string {
  const hint = `${title}.hint`;
  return `${words.text(title)} ${words.has(hint) ? words.text(hint) : ''}`;
}
