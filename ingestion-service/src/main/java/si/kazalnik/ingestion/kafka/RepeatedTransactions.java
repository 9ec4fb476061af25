package si.kazalnik.ingestion.kafka;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.transaction.KafkaTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Transactions of which one that was fenced is begun again like any other that failed.
 *
 * <p>The container takes a fenced producer for the sign that another has its partitions, and goes
 * on behind the records whose transaction was lost: nobody would take them before the next
 * rebalance. But a broker fences also whom it has not heard of for the transaction's timeout, as
 * when it was away for that long itself. Whether another has the partitions is decided by the
 * consumer group, whose generation each transaction bears.
 */
final class RepeatedTransactions extends KafkaTransactionManager<byte[], byte[]> {

  private static final long serialVersionUID = 1L;

  RepeatedTransactions(ProducerFactory<byte[], byte[]> producers) {
    super(producers);
  }

  @Override
  protected void doCommit(DefaultTransactionStatus status) {
    try {
      super.doCommit(status);
    } catch (ProducerFencedException fenced) {
      throw again(fenced);
    }
  }

  @Override
  protected void doRollback(DefaultTransactionStatus status) {
    try {
      super.doRollback(status);
    } catch (ProducerFencedException fenced) {
      throw again(fenced);
    }
  }

  private static KafkaException again(ProducerFencedException fenced) {
    return new KafkaException("the broker has given the transaction up", fenced);
  }
}
