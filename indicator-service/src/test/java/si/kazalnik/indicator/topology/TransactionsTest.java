package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** "no event is lost": what an aborted transaction held is worked out again. */
class TransactionsTest {

  private final Transactions transactions = Transactions.ofThread();
  private final Transactions.Writer one = transactions.begin();
  private final Transactions.Writer other = transactions.begin();

  @AfterEach
  void end() {
    transactions.end(one);
    transactions.end(other);
  }

  @Test
  void who_goes_on_after_its_writes_were_aborted_must_not_commit() {
    one.wrote();
    transactions.end(other);
    transactions.aborted();
    one.wrote();

    assertThatThrownBy(transactions::mustBeWhole).isInstanceOf(ProducerFencedException.class);
  }

  @Test
  void what_was_committed_before_is_safe() {
    one.wrote();
    transactions.committed();
    other.wrote();
    transactions.end(other);
    transactions.aborted();

    assertThatCode(transactions::mustBeWhole).doesNotThrowAnyException();
  }

  @Test
  void who_was_given_up_begins_anew() {
    one.wrote();
    transactions.aborted();
    transactions.end(one);
    Transactions.Writer anew = transactions.begin();
    anew.wrote();

    assertThatCode(transactions::mustBeWhole).doesNotThrowAnyException();
    transactions.end(anew);
  }
}
