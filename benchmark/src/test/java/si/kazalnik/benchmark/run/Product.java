package si.kazalnik.benchmark.run;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What is held to the rules: the standalone, or processes of their own. */
public interface Product extends AutoCloseable {

  /** Where a client finds what listens on that port by default. */
  int port(int base);

  /** Management ports by which clocks are moved. */
  List<Integer> clocks();

  /** Clocks are about to be moved; what starts from now on is to start at this instant. */
  default void clockMoves(Instant now) {}

  /** Where clients find the broker. */
  String kafka();

  String keyOf(String provider) throws IOException;

  String operatorKey() throws IOException;

  /** Where a role is reached. */
  default String addressOf(String role) {
    return role + "@example.si";
  }

  /** What the mail server took, in the order in which it did. */
  List<Mail> mails() throws IOException;

  /** How many notices the mail server refused for good. */
  default long refusedNotices() {
    return 0;
  }

  /** Throws where a part has ended by itself: then nothing is worth waiting for. */
  default void mustLive() {}

  @Override
  void close();
}
