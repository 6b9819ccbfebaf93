from tortoise import migrations
from tortoise.migrations import operations as ops
from schakel_server.storage.columns import Folded, LocalText

class Migration(migrations.Migration):
    dependencies = [('schakel', '0002_indexes')]

    initial = False

    operations = [
        ops.AddField(
            model_name='Organisation',
            name='accessibility',
            field=LocalText(null=True),
        ),
        ops.AddField(
            model_name='Organisation',
            name='accessibility_folded',
            field=Folded(null=True),
        ),
    ]
