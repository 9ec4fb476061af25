package si.kazalnik.ingestion.mongo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import si.kazalnik.contract.RejectionCode;

/**
 * The balance of one ledger partition as it stands in MongoDB, with the offset up to which it
 * counts in the same document, so that the two can never differ. Providers are a list since their
 * ids hold dots.
 */
final class BalanceDocument {

  static final String NEXT = "next";

  private BalanceDocument() {}

  static Document write(String id, long next, Balance balance) {
    List<Document> providers = new ArrayList<>();
    balance
        .providers()
        .forEach(
            (provider, of) -> {
              Document codes = new Document();
              of.codes().forEach((code, count) -> codes.append(code.name(), count));
              providers.add(
                  new Document("provider", provider)
                      .append("received", of.received())
                      .append("accepted", of.accepted())
                      .append("rejected", of.rejected())
                      .append("codes", codes));
            });
    return new Document("_id", id).append(NEXT, next).append("providers", providers);
  }

  static Balance read(Document document) {
    Map<String, Balance.OfProvider> providers = new HashMap<>();
    for (Document each : document.getList("providers", Document.class)) {
      Map<RejectionCode, Long> codes = new EnumMap<>(RejectionCode.class);
      each.get("codes", Document.class)
          .forEach(
              (code, count) ->
                  codes.put(RejectionCode.valueOf(code), ((Number) count).longValue()));
      providers.put(
          each.getString("provider"),
          new Balance.OfProvider(
              number(each, "received"), number(each, "accepted"), number(each, "rejected"), codes));
    }
    return new Balance(providers);
  }

  static long number(Document document, String name) {
    return document.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
