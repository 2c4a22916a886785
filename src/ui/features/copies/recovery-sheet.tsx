import { sheetOf } from "../../../copies/paper/sheet.ts";
import { wipe } from "../../../core/bytes.ts";
import { parseBackupKey } from "../../../core/key/backup-key.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { markKeyRegion } from "../../kit/attributes.ts";
import { Pairs } from "../../kit/pairs.tsx";
import { useText } from "../../text/use-text.ts";
import { QrSvg } from "./qr-svg.tsx";

/**
 * One page of A4 or Letter, black on white: everything that a stranger with this sheet and the phone needs.
 */
export function RecoverySheet({ entry, hex }: { entry: EntrySummary; hex: string }) {
  const { entryName, isolated, qrText, sheetText } = useText();
  const key = parseBackupKey(hex);
  if (key === null) return null;
  const sheet = sheetOf({ ...entry, key });
  wipe(key);
  const facts = [
    { name: sheetText.keyId, value: sheet.keyId },
    { name: sheetText.phone, value: sheet.phoneEnding },
    { name: sheetText.saved, value: sheet.savedOn },
    { name: sheetText.name, value: isolated(sheet.label) },
  ];
  return (
    <article class="sheet" lang="en" aria-label={entryName(entry)}>
      <header>
        <h2>{sheetText.title}</h2>
        <p>{sheetText.opens[sheet.origin]}</p>
      </header>
      <div class="sheet-key">
        <QrSvg hex={hex} label={qrText.label} />
        <table ref={markKeyRegion}>
          <tbody>
            {sheet.rows.map(({ letter, groups, check }) => (
              <tr key={letter}>
                <th scope="row">{letter}</th>
                <td>{groups.join(" ")}</td>
                <td class="sheet-check">
                  <small>{sheetText.check}</small> {check}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="small">{sheetText.checkHint}</p>
      <Pairs look="sheet-facts" pairs={facts.filter(({ value }) => value !== "")} />
      <h3>{sheetText.stepsTitle}</h3>
      <ol>
        {sheetText.steps[sheet.origin].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h3>{sheetText.keepTitle}</h3>
      <p>{sheetText.keep}</p>
      <h3>{sheetText.note}</h3>
      <div class="lines" aria-hidden="true">
        <div />
        <div />
        <div />
      </div>
      <footer class="small">{sheetText.foot}</footer>
    </article>
  );
}
