from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields

class Migration(migrations.Migration):
    dependencies = [('schakel', '0004_fold_slugs')]

    initial = False

    operations = [
        ops.AddField(
            model_name='Offer',
            name='initiative',
            field=fields.ForeignKeyField('schakel.Initiative', source_field='initiative_id', null=True, db_index=True, db_constraint=True, to_field='id', related_name=False, on_delete=OnDelete.RESTRICT),
        ),
    ]
