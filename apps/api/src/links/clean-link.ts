// What is added to links to follow whoever opens them.
const FOLLOWS =
  /^(utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|mc_cid|mc_eid|igsh|igshid|_ga|_gl|_hsenc|_hsmi|mkt_tok|oly_enc_id|oly_anon_id|vero_id|wt_mc|s_cid|sc_campaign)$/i

/** The link without what was added to follow people, and without the name and password of whoever copied it. */
export function cleanLink(link: string): URL {
  const url = new URL(link)
  const followed = [...url.searchParams.keys()].filter((name) => FOLLOWS.test(name))
  // Untouched where there is nothing to take out: to write a query anew may change how it is spelt.
  for (const name of followed) url.searchParams.delete(name)
  url.username = ''
  url.password = ''
  return url
}
