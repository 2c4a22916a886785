/** The way to a vault: the network in the real page, a vault in memory in tests. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Exchange } from "../../../vault-client/exchange.ts";

export type Connect = (address: string) => Exchange;

const ConnectContext = createContext<Connect>(() => () => Promise.resolve(null));

export const ConnectProvider = ConnectContext.Provider;
export const useConnect = (): Connect => useContext(ConnectContext);
