/** Formats a value as the language does. */
function show(value, locale) {
  if (typeof value === "number") return new Intl.NumberFormat(locale).format(value);
  return String(value ?? "–");
}

const fill = (template, values, locale) =>
  template.replaceAll(/\{([\w.]+)\}/g, (_, name) => show(values[name], locale));

/**
 * Words the findings of a report in another language; what is not translated stays English. The id of
 * a text changes when its English wording does, so that no translation outlives its original.
 */
export function translateReport(report, { locale, texts }) {
  const findings = report.findings.map((finding) => {
    const template = texts[finding.text.id];
    if (template === undefined) return finding;
    return { ...finding, message: fill(template, finding.text.values, locale) };
  });
  return { ...report, findings };
}

/** Words the issues of an error in another language, by their codes. */
export function translateIssues({ issues }, { locale, codes }) {
  return issues.map(({ code, values, message, path }) => {
    const text = codes[code] === undefined ? message : fill(codes[code], values, locale);
    return { path, text };
  });
}
