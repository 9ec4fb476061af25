package si.kazalnik.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.LeaderNotAvailableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.slf4j.LoggerFactory;

/** A topic is there, but one of its partitions has no leader: its brokers are away. */
class LeaderlessTopicTest {

  private static final TopicPartition PARTITION = new TopicPartition("t", 0);
  private static final int DEFAULT_TIMEOUT = 60_000;

  private final Admin admin = mock(Admin.class);
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();
  private final Logger log = (Logger) LoggerFactory.getLogger(TopicProvisioner.class);

  @BeforeEach
  void listen() {
    said.start();
    log.addAppender(said);
  }

  @AfterEach
  void listenNoMore() {
    log.detachAppender(said);
  }

  @Test
  void each_look_is_short_and_the_reason_is_said_once() throws InterruptedException {
    CreateTopicsResult made = mock(CreateTopicsResult.class);
    when(made.values()).thenReturn(Map.of("t", failed(new TopicExistsException("t is there"))));
    when(admin.createTopics(anyCollection())).thenReturn(made);
    DescribeTopicsResult described = mock(DescribeTopicsResult.class);
    when(described.allTopicNames()).thenReturn(KafkaFuture.completedFuture(Map.of("t", topic())));
    when(admin.describeTopics(anyCollection(), any(DescribeTopicsOptions.class)))
        .thenReturn(described);
    when(admin.listOffsets(anyMap(), any(ListOffsetsOptions.class)))
        .thenReturn(noLeader(1), noLeader(2), new ListOffsetsResult(Map.of()));

    new TopicProvisioner(() -> admin, new TopicSettings("", (short) 1, (short) 1), Duration.ZERO)
        .ensure(TopicSpec.of("t", 1));

    ArgumentCaptor<DescribeTopicsOptions> describing =
        ArgumentCaptor.forClass(DescribeTopicsOptions.class);
    verify(admin, times(3)).describeTopics(anyCollection(), describing.capture());
    assertThat(describing.getAllValues())
        .allSatisfy(each -> assertThat(each.timeoutMs()).isLessThan(DEFAULT_TIMEOUT));
    ArgumentCaptor<ListOffsetsOptions> listing = ArgumentCaptor.forClass(ListOffsetsOptions.class);
    verify(admin, times(3)).listOffsets(anyMap(), listing.capture());
    assertThat(listing.getAllValues())
        .allSatisfy(each -> assertThat(each.timeoutMs()).isLessThan(DEFAULT_TIMEOUT));
    assertThat(said.list)
        .filteredOn(each -> each.getLevel() == Level.WARN)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "Kafka can't make [t] yet, waiting for it:"
                + " no answer in time, LeaderNotAvailableException");
  }

  private static TopicDescription topic() {
    return new TopicDescription(
        "t", false, List.of(new TopicPartitionInfo(0, Node.noNode(), List.of(), List.of())));
  }

  private static ListOffsetsResult noLeader(int tries) {
    return new ListOffsetsResult(
        Map.of(
            PARTITION,
            failed(
                new TimeoutException(
                    "Call(callName=listOffsets, tries=" + tries + ") timed out",
                    new LeaderNotAvailableException("there is none")))));
  }

  private static <T> KafkaFuture<T> failed(Exception why) {
    KafkaFutureImpl<T> future = new KafkaFutureImpl<>();
    future.completeExceptionally(why);
    return future;
  }
}
