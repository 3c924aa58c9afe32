// A skills report of invented people, the same for the same day.

const skills = ['Azure Administrator Associate', 'Azure Solutions Architect Expert', 'Power Platform Fundamentals'];
/** Linked in the old system, and in Partner Center. */
const links = ['Yes,No', 'Yes,Yes', 'No,Yes', 'Yes,Yes', 'No,No'];
const people = 24;
const day = 86_400_000;

/** As CSV, one row for each skill of a person. Some skills end in the year after `today`, some never. */
export function sampleSkills(today: string): string {
  const rows = Array.from({ length: people }, (_, person) =>
    skills.flatMap((skill, which) => {
      const isHeld = (person + which) % (which + 1) === 0;
      const inDays = ((person * 37 + which * 101) % 420) - 20;
      const expires =
        (person + which) % 4 === 0 ? '' : new Date(Date.parse(today) + inDays * day).toISOString().slice(0, 10);
      return isHeld ? [`${990_000_101 + person * 7},${links[person % links.length]},${skill},${expires}\r\n`] : [];
    }),
  );
  return `MCID,Associated to PMC,Associated to PC,Skill,Skill Expiration Date\r\n${rows.flat().join('')}`;
}
