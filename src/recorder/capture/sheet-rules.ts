/** The rules of a sheet; null where they may not be read: the sheet is of another origin and was fetched without CORS. */
export function rulesOf( sheet: CSSStyleSheet ): CSSRuleList | null {
	try {
		return sheet.cssRules;
	} catch {
		return null;
	}
}
