import { utf8ToBytes } from "../../../core/bytes.ts";
import type { VaultAccount } from "../../../core/keyring/vault-record.ts";
import { shownVaultId } from "../../../vault-client/vault-id.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { type Pair, Pairs } from "../../kit/pairs.tsx";
import { useText } from "../../text/use-text.ts";

const CARD_FILE = "sixtyfour-vault-card.txt";

/** What restoring takes beside the password, which is not on the card. */
export function CardFacts({ account, look }: { account: VaultAccount; look?: string }) {
  const { vaultWords } = useText();
  const pairs: Pair[] = [
    { name: vaultWords.address, value: account.address, look: "mono" },
    { name: vaultWords.name, value: account.name, look: "mono" },
    { name: vaultWords.vaultId, value: shownVaultId(account), look: "mono" },
  ];
  return <Pairs pairs={pairs} look={look} />;
}

export function Card({ account, onClose }: { account: VaultAccount; onClose: () => void }) {
  const api = useApi();
  const { cardFileText, vaultPress, vaultText } = useText();
  const { title, hint, steps, stepsTitle, keepTitle, keep, note, foot } = vaultText.card;
  const save = () => {
    const facts = { ...account, shownVaultId: shownVaultId(account) };
    api.saveFile(CARD_FILE, utf8ToBytes(cardFileText(facts)));
  };
  return (
    <div class="stack">
      <div class="buttons">
        <Button label={vaultPress.printCard} onPress={() => window.print()} />
        <Button label={vaultPress.saveCard} onPress={save} />
        <Button label={vaultPress.close} onPress={onClose} />
      </div>
      <article class="sheet" lang="en" aria-label={title}>
        <header>
          <h2>{title}</h2>
          <p>{hint}</p>
        </header>
        <CardFacts account={account} look="sheet-facts" />
        <h3>{stepsTitle}</h3>
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <h3>{keepTitle}</h3>
        <p>{keep}</p>
        <h3>{note}</h3>
        <div class="lines" aria-hidden="true">
          <div />
          <div />
        </div>
        <footer class="small">{foot}</footer>
      </article>
    </div>
  );
}
